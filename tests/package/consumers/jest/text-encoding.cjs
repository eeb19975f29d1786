Object.assign(globalThis, {
  TextDecoder: require("node:util").TextDecoder,
  TextEncoder: require("node:util").TextEncoder,
});
