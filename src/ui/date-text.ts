export { dateText, edtfText, momentText } from '@/core/date-text'
