import '@/modules/places/order.schema' // fault: room-order-taxonomy
