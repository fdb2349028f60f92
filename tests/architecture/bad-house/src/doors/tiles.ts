export const tiles = true
import 'react' // fault: doors-packages
