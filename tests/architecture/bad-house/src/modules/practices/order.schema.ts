import '@/modules/adoption/order.schema' // fault: room-order-practices
