import '@/modules/actors/order.schema' // fault: room-order-census
