/** English words that say nothing about what a question is about, without apostrophes. */
export const functionWords: ReadonlySet<string> = new Set(
  `a about after again all also always am an and any anyone are arent as at be because been before being but by
  can cant could couldnt did didnt do does doesnt doing dont else ever every everything for from get gets getting
  give go going got had has have havent he hello help helpful her here hey hi him his how i id if ill im in into is
  isnt it its ive just keep keeps know let like lol make many maybe me more much my myself need needs new no not
  nothing now of off ok okay on one only or other our out over please pls problem really said same say see she should
  so some someone something still such take tell than thank thanks that thats the their them then there these they
  thing things think this those though to too tried try trying u under until up ur us use using very want wanted was
  wasnt way we well were what whats when where which while who why will with wont would yes yet you your`
    .split(/\s+/)
    .filter((word) => word !== ''),
);
