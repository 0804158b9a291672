/**
 * The words that names of CSS and of SVG are made of (the properties, values, functions, pseudo-classes and media features of CSS, as MDN
 * lists them, and the values of SVG 2): "stroke-line-join" is one because "stroke", "line" and "join" are. So the parts of a thousand names
 * are enough, those of the next year mostly among them, and no word of a person's own gets in.
 */
const WORDS = `
   a a98 abs absolute accent accentcolor access accumulate acos action active activetext add adjust after
   alias aliceblue align alignment all allow allowed alpha alphabetic alternate alternates always anchor
   anchors and angle animation annotation antiquewhite any anywhere appearance aqua aquamarine arcs area
   areas arithmetic armenian around ascent asian asin aspect at atan atan2 atop attachment attr auto
   autofill autospace avoid axis azure b backdrop backface background backgroundalpha backgroundimage
   backwards balance bar base baseline basic basis before behavior beige between bevel bezier bidi bisque
   black blanchedalmond blank blend blink block blue blueviolet blur bold bolder border both bottom box
   break breaks brightness brown burlywood burn butt button buttonface buttontext cadetblue calc canvas
   canvastext cap capitalize caps caption cell cells center central ch change char character chars
   chartreuse check checked child chocolate circle cjk clamp clear clip clone close closest cm coarse col
   collapse collection color column columns combine common composite composition condensed conic
   constrained contain container content contents context contextual contrast copy coral corner
   cornflowerblue cornsilk cos count counter counters cover crimson crisp crispedges cross crosshair css
   cubic cue current currentcolor cursive cursor cx cy cyan d d50 d65 dark darkblue darkcyan darken darker
   darkgoldenrod darkgray darkgreen darkgrey darkkhaki darkmagenta darkolivegreen darkorange darkorchid
   darkred darksalmon darkseagreen darkslateblue darkslategray darkslategrey darkturquoise darkviolet
   dasharray dashed dashoffset decimal decoration decreasing deeppink deepskyblue default defer defined deg
   delay dense descent destination details device diagonal difference digits dilate dimgray dimgrey dir
   direction disable disabled disc discrete discretionary display distance dodge dodgerblue dominant dot
   dotted double down drop duplicate duration dynamic e each ease east economy edge edges effect element
   ellipse ellipsis em embed embedded emoji emphasis empty enable enabled end entry env eot erode error
   even evenly evenodd events ew ex exact exclude exclusion exit exp expand expanded extra fade family
   fangsong fantasy farthest feature field fieldtext file fill filled fillpaint filter filters fine
   firebrick first fit fixed flat flex flip float flood floralwhite flow focus font footer force forced
   forestgreen format forms forwards fractalnoise fractions frequency from fuchsia full function future g
   gainsboro gamma gap geometricprecision georgian ghostwhite gold goldenrod grab grabbing grad gradient
   grammar gray grayscale graytext green greenyellow grey grid groove group grow hanging hard has header
   height help hidden hide highlight highlighttext hiragana historical honeydew horizontal host hotpink
   hover hsl hsla hue huerotate hwb hyphenate hyphens hypot hz i ic icon identity ideographic image ime
   important in inactive increasing increment indent indeterminate index indianred indigo inert infinite
   infinity inherit initial ink inline inner inset inside integer inter interpolate interpolation intersect
   intrinsic invalid invert is isolate isolation italic item items iteration ivory jump justify kana
   katakana keep kerning keywords khaki khz lab lang language large larger last lavender lavenderblush
   lawngreen layer layout lch leader leading left legacy lemonchiffon length letter lh ligatures light
   lightblue lightcoral lightcyan lighten lighter lightgoldenrodyellow lightgray lightgreen lightgrey
   lighting lightpink lightsalmon lightseagreen lightskyblue lightslategray lightslategrey lightsteelblue
   lightyellow lime limegreen limit line linear linearrgb linecap linejoin linen lines lining link linktext
   list local locked log longer loose lower lowercase lr ltr luminance luminancetoalpha luminosity magenta
   magnify manipulation manual margin mark marker markers marktext maroon mask match math mathematical
   matrix matrix3d max medium mediumaquamarine mediumblue mediumorchid mediumpurple mediumseagreen
   mediumslateblue mediumspringgreen mediumturquoise mediumvioletred meet menu mid middle midnightblue min
   minmax mintcream mistyrose miter miterlimit mix mixed mm moccasin mod mode monochrome monospace motion
   move moz ms multiple multiply muted n name nan navajowhite navy ne nearest nesw never new no non none
   nonzero normal nostitch not nowrap ns nth number numeric nums nw nwse o object objectboundingbox objects
   oblique odd of off offset oklab oklch old oldlace oldstyle olive olivedrab on once only opacity open
   opentype optical optimizelegibility optimizequality optimizespeed optional or orange orangered orchid
   order ordinal orient orientation origin ornaments orphans orthographic otf out outline outset outside
   over overflow overlay overline override p3 paced pack pad padding page paint painted pair palegoldenrod
   palegreen palette paleturquoise palevioletred pan papayawhip parent part past path pause paused pc
   peachpuff perspective peru petite pi picture pinch pink pixelated place placeholder plaintext play
   playing plum plus pointer polygon position pow powderblue pre prefers preserve pretty print progress
   progression property prophoto proportional pt punctuation pure purple px q quote quotes r rad radial
   radius range ratio raw ray read rebeccapurple rec2020 rect recto red reduced reflect region relative rem
   rendering repeat repeating replace replay required reset resize resolution reveal reverse revert rgb
   rgba ridge right rl rlh roman root rosybrown rotate rotate3d rotatex rotatey rotatez rotation round
   rounded row rows royalblue rtl ruby rule run runnable running rx ry s saddlebrown safe salmon sandybrown
   sans saturate saturation scale scale3d scalex scaley scalez scaling scheme scoop scope screen scroll se
   seagreen seashell select selection selector self semi separate sepia serif sesame set settings shadow
   shape shift shorter show shown shrink side sides sideways sienna sign silver simplified sin single size
   sizing skew skewx skewy skip skyblue slashed slateblue slategray slategrey slice slider slotted small
   smaller smooth snap snow soft solid source sourcealpha sourcegraphic space spaces spacing
   spacingandglyphs span spelling spline springgreen sqrt square src srgb stable stacked standard start
   state static status steelblue step steps sticky stitch stop stretch strict string stroke strokepaint
   strokewidth style styleset stylistic sub subgrid subtract sum super svg sw swap swash symbols synthesis
   system tab table tabular tan target tb teal tech template text thick thickness thin thistle threshold
   through thumb ticks time timing tiny titling to tomato tooltip top touch track tracks traditional
   trailing transform transition translate translate3d translatex translatey translatez transparent
   triangle trim truetype ttf turbulence turn turquoise type ui ultra under underline unicase unicode
   unsafe unset up upper uppercase upright url user userspace userspaceonuse valid value var variant
   variation variations vb vector verso vertical vh vi view violet visibility visible visiblefill
   visiblepainted visiblestroke visited visitedtext vmax vmin vw w wait wavy webkit weight wheat
   whennotactive where white whitesmoke widows width will window windowtext within woff woff2 word wrap
   write writing x xml xor xr xx xxx xywh xyz y yellow yellowgreen z zero zoom
`;
let known: ReadonlySet<string> | undefined;
/** Where a picture stands in a frame of another shape (SVG 2, section 8.6). */
const PLACES = /^x(?:min|mid|max)y(?:min|mid|max)$/;
const UNITS: ReadonlySet<string> = new Set(
  '% em ex ch ic cap rem lh rlh rex rch vw vh vi vb vmin vmax svw svh lvw lvh dvw dvh px cm mm in pt pc q deg grad rad turn s ms min h hz khz dpi dpcm dppx x fr'.split(
    ' ',
  ),
);
const NUMBER = /^[+-]?(?:\d+(?:\.\d+)?|\.\d+)(?:e[+-]?\d+)?/i;
/** The n of `2n+1` (CSS Syntax 3, section 6). */
const NTH = /^n(?:-\d+)?$/;

/** A name that CSS or SVG has, in whatever case. The list is taken apart when it is needed first: most pages never see a drawing. */
export function isKnownWord(name: string): boolean {
  known ??= new Set(WORDS.trim().split(/\s+/));
  const list = known;
  const plain = name.toLowerCase().replace(/^-/, '');
  return list.has(plain) || PLACES.test(plain) || plain.split('-').every((word) => list.has(word));
}

/** A number with a unit, or without. */
export function isQuantity(text: string): boolean {
  const unit = text.replace(NUMBER, '').toLowerCase();
  return unit !== text.toLowerCase() && (unit === '' || UNITS.has(unit) || NTH.test(unit));
}
