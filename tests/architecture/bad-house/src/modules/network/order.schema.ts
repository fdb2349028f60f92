import '@/modules/pathways/order.schema' // fault: room-order-network
