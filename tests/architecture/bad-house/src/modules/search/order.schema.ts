import '@/modules/map/order.schema' // fault: room-order-search
