import '@/platform/session' // fault: proxy-only-language-and-nonce
import 'react' // fault: proxy-packages
