import '@/ui/button' // fault: core-stands-alone
