// To come.
export const ListPage = () => null
