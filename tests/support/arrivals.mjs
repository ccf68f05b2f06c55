/** Waits for what arrives at a server. */
export function createArrivals() {
  let onArrival = () => {};
  return {
    /** Something has arrived. */
    tell: () => onArrival(),
    /** Resolves with the arrival of so many more. @param {number} count @returns {Promise<void>} */
    wait(count) {
      let left = count;
      return new Promise((resolve) => {
        onArrival = () => {
          left -= 1;
          if (left === 0) resolve();
        };
      });
    },
  };
}
