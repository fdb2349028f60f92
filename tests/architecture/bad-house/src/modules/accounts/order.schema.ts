import '@/modules/taxonomy/order.schema' // fault: room-order-accounts
