import '@/modules/rounds/order.schema' // fault: room-order-groups
