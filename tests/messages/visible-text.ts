import ts from 'typescript'
import { placeOf, walk } from './tsx.ts'

/** Attributes and props whose value is read or heard by people. */
const VISIBLE = new Set([
  'alt',
  'aria-description',
  'aria-label',
  'aria-placeholder',
  'aria-roledescription',
  'aria-valuetext',
  'caption',
  'description',
  'heading',
  'hint',
  'label',
  'legend',
  'placeholder',
  'summary',
  'text',
  'title',
])

const hasWords = (text: string) => /\p{L}/u.test(text)

/** Words that a file shows to people without taking them from the catalogue. */
export function literalWords(file: ts.SourceFile): string[] {
  const found: string[] = []
  const report = (node: ts.Node, text: string) => {
    if (hasWords(text)) found.push(`${placeOf(node)}: ${text.trim()}`)
  }
  walk(file, (node) => {
    if (ts.isJsxText(node)) report(node, decode(node.text))
    if (ts.isJsxExpression(node) && node.expression && isVisiblePlace(node)) {
      for (const literal of literalsOf(node.expression)) report(literal, literal.text)
    }
    if (ts.isJsxAttribute(node) && node.initializer && ts.isStringLiteral(node.initializer)) {
      if (VISIBLE.has(node.name.getText())) report(node, node.initializer.text)
    }
  })
  return found
}

/** `&nbsp;` is a space and not a word. */
function decode(text: string): string {
  return text.replace(/&[a-z]+;/g, ' ')
}

function isVisiblePlace(expression: ts.JsxExpression): boolean {
  const { parent } = expression
  if (ts.isJsxAttribute(parent)) return VISIBLE.has(parent.name.getText())
  return ts.isJsxElement(parent) || ts.isJsxFragment(parent)
}

const comparisons: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.EqualsEqualsEqualsToken,
  ts.SyntaxKind.ExclamationEqualsEqualsToken,
])

/** The literals that an expression may become: not those that are handed to a function. */
function literalsOf(expression: ts.Expression): ts.LiteralLikeNode[] {
  if (ts.isStringLiteralLike(expression)) return [expression]
  if (ts.isTemplateExpression(expression)) {
    return [expression.head, ...expression.templateSpans.map(({ literal }) => literal)]
  }
  if (ts.isParenthesizedExpression(expression)) return literalsOf(expression.expression)
  if (ts.isConditionalExpression(expression)) {
    return [...literalsOf(expression.whenTrue), ...literalsOf(expression.whenFalse)]
  }
  if (ts.isBinaryExpression(expression)) {
    return !comparisons.has(expression.operatorToken.kind)
      ? [...literalsOf(expression.left), ...literalsOf(expression.right)]
      : []
  }
  return []
}
