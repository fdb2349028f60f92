import '@/modules/insights/order.schema' // fault: room-order-administration
