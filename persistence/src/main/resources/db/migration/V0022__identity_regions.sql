-- The language of the pages is a person's choice, and so may be the way in which numbers and dates
-- are written; without that choice they are written in the way of the business.
alter table users add column region text;
