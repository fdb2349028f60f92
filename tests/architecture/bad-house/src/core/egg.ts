import '@/core/hen' // fault: no-circular
