import '@/modules/open-data/order.schema' // fault: room-order-imports
