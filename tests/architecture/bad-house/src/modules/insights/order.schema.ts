import '@/modules/imports/order.schema' // fault: room-order-insights
