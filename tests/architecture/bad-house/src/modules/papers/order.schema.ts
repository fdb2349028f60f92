import '@/modules/territories/order.schema' // fault: room-order-papers
