// To come.
export const DetailPage = () => null
