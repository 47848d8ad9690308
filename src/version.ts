/** The one version of the product, kept in package.json: what the pane shows and what a review's record names. */
import product from "../package.json";

export const VERSION: string = product.version;
