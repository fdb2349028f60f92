// fault: no-orphans
export const forgotten = true
