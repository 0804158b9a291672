export const NAMESPACE = {
  svg: 'http://www.w3.org/2000/svg',
  xlink: 'http://www.w3.org/1999/xlink',
  xhtml: 'http://www.w3.org/1999/xhtml',
  xml: 'http://www.w3.org/XML/1998/namespace',
} as const;

/** Elements that draw, or that say how to (SVG 2, Filter Effects 1, CSS Masking 1, SVG Animations 2). Others go with all that is in them. */
export const ELEMENTS = set(
  `svg g defs symbol use image switch a style view path rect circle ellipse line polyline polygon text tspan textPath tref linearGradient
   radialGradient stop pattern clipPath mask marker filter feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix
   feDiffuseLighting feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feImage feMerge
   feMergeNode feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence animate animateColor animateMotion
   animateTransform mpath set foreignObject`,
);
/** Of HTML, what programs for diagrams write texts with. */
export const HTML_ELEMENTS = set(
  'body div span p br b i u s em strong small font center sub sup ul ol li table thead tbody tr td th pre code h1 h2 h3 h4 h5 h6 hr img',
);
/** Elements in which characters are drawn; those within them are too. */
export const TEXT_ELEMENTS = set('text foreignObject');

/** Attributes that draw, or that say how to. Links, names and styles are decided apart. */
export const ATTRIBUTES = set(
  `alignment-baseline baseline-shift clip clip-path clip-rule color color-interpolation color-interpolation-filters color-rendering cursor
   direction display dominant-baseline enable-background fill fill-opacity fill-rule filter flood-color flood-opacity font font-family
   font-size font-size-adjust font-stretch font-style font-variant font-weight glyph-orientation-horizontal glyph-orientation-vertical
   image-rendering isolation kerning letter-spacing lighting-color marker marker-end marker-mid marker-start mask mask-type mix-blend-mode
   opacity overflow paint-order pointer-events shape-rendering stop-color stop-opacity stroke stroke-dasharray stroke-dashoffset
   stroke-linecap stroke-linejoin stroke-miterlimit stroke-opacity stroke-width style text-anchor text-decoration text-overflow
   text-rendering transform transform-box transform-origin unicode-bidi vector-effect visibility white-space word-spacing writing-mode
   accumulate additive amplitude attributeName attributeType azimuth baseFrequency baseProfile begin bias by calcMode clipPathUnits cx cy d
   diffuseConstant divisor dur dx dy edgeMode elevation end exponent filterRes filterUnits fr from fx fy gradientTransform gradientUnits
   height in in2 intercept k1 k2 k3 k4 kernelMatrix kernelUnitLength keyPoints keySplines keyTimes lengthAdjust limitingConeAngle
   markerHeight markerUnits markerWidth maskContentUnits maskUnits max media method min mode numOctaves offset operator order orient origin
   path pathLength patternContentUnits patternTransform patternUnits points pointsAtX pointsAtY pointsAtZ preserveAlpha preserveAspectRatio
   primitiveUnits r radius refX refY repeatCount repeatDur requiredExtensions requiredFeatures restart result rotate rx ry scale seed side
   slope spacing specularConstant specularExponent spreadMethod startOffset stdDeviation stitchTiles surfaceScale systemLanguage tableValues
   targetX targetY textLength to type values version viewBox width x x1 x2 xChannelSelector y y1 y2 yChannelSelector z zoomAndPan
   dir lang align valign colspan rowspan xml:space xml:lang`,
);

/** Names that stand in a text with blanks between them. */
export function set(names: string): ReadonlySet<string> {
  return new Set(names.split(/\s+/));
}
