/** Words as somebody wrote them, a paragraph a blank line. */
export const Paragraphs = ({ text }: { readonly text: string }) => (
  <>
    {text
      .split(/\n\s*\n/)
      .filter((paragraph) => paragraph.trim() !== '')
      .map((paragraph) => (
        <p class="govuk-body">
          {paragraph.split('\n').map((line, index) => (
            <>
              {index === 0 ? null : <br />}
              {line}
            </>
          ))}
        </p>
      ))}
  </>
)
