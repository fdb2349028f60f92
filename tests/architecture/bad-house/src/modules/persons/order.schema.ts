import '@/modules/census/order.schema' // fault: room-order-persons
