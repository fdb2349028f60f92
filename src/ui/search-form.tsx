import { Search } from 'lucide-react'
import { keptBeside } from '@/core/address'
import { Button } from './button'
import { controlClasses } from './control-look'

/** The search field of a list: a GET form that keeps every other parameter. */
export function SearchForm({
  action,
  params,
  label,
  submit,
}: {
  /** With the language: `/en/actors`. */
  action: string
  params: URLSearchParams
  label: string
  submit: string
}) {
  return (
    <form action={action} method="get" role="search" className="flex max-w-[34rem] flex-col gap-[5px]">
      <label htmlFor="q" className="text-md font-semibold">
        {label}
      </label>
      {keptBeside(params, 'q').map(([key, value], index) => (
        <input key={index} type="hidden" name={key} value={value} />
      ))}
      <span className="flex gap-2">
        <input
          id="q"
          name="q"
          type="search"
          maxLength={200}
          defaultValue={params.get('q') ?? ''}
          className={controlClasses(false)}
        />
        <Button type="submit" icon={<Search aria-hidden />}>
          {submit}
        </Button>
      </span>
    </form>
  )
}
