"""Notes and segments to questions, and questions to recurring questions."""

from notemine.questions.decided import in_wordings as in_wordings
from notemine.questions.decided import keep_questions as keep_questions
from notemine.questions.detect import are_questions as are_questions
from notemine.questions.extract import find_questions as find_questions
from notemine.questions.extract import questions_in as questions_in
from notemine.questions.group import Grouping as Grouping
from notemine.questions.group import ask_vectors as ask_vectors
from notemine.questions.group import group_questions as group_questions
from notemine.questions.prompts import segments_of_prompts as segments_of_prompts
from notemine.questions.recurring import make_recurring as make_recurring
from notemine.questions.review import find_doubts as find_doubts
