import '@/modules/privacy/order.schema' // fault: room-order-open-data
