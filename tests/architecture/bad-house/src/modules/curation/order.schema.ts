import '@/modules/desk/order.schema' // fault: room-order-curation
