import '@/platform/session' // fault: words-and-rights-are-pure
