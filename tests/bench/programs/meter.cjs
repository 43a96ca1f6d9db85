// Loaded before a program: writes to its fourth stream, when it ends, how many milliseconds it has worked from its first instruction on.
process.on('exit', () => {
  const { user, system } = process.cpuUsage();
  require('node:fs').writeSync(3, String((user + system) / 1000));
});
