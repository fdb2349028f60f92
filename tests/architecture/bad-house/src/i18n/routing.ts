import '@/platform/session' // fault: i18n-knows-only-tools
