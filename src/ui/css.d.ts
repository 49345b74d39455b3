/** Style sheets are taken in by the build alone. */
declare module '*.css';
