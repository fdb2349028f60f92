import '@/generated/client' // fault: generated-only-for-platform
