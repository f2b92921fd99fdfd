// Says so when Node is too old. Read by that old Node too, so its syntax stays old.
const numbers = process.versions.node.split('.').map(Number)
const major = numbers[0] || 0
const minor = numbers[1] || 0
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Zhishou needs Node 20.19 or newer to start, and this is Node ${process.versions.node}.`)
  process.exit(1)
}
