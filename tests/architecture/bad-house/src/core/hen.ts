import '@/core/egg'
