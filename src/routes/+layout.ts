// Pages are whole without any script of the framework: they load fast on a cheap phone and work everywhere.
export const csr = false;
