// To come.
export const EditPage = () => null
