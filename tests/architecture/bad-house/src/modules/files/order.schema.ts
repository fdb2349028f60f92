import '@/modules/curation/order.schema' // fault: room-order-files
