import '@/modules/files/order.schema' // fault: room-order-plans
