// The package has no types for its single tables: pairs `traditional simplified`, parted by `|`.
declare module 'opencc-js/dict/TSCharacters' {
  const table: string
  // biome-ignore lint/style/noDefaultExport: the package exports nothing else
  export default table
}
