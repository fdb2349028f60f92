import '@/modules/plans/order.schema' // fault: room-order-rounds
