import '@/modules/practices/order.schema' // fault: room-order-activities
