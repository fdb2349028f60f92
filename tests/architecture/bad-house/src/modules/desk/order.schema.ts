import '@/modules/administration/order.schema' // fault: room-order-desk
