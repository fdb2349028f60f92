export const gossip = true
