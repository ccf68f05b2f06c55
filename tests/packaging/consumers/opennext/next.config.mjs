export default { serverExternalPackages: ["interakt-wasm"] };
