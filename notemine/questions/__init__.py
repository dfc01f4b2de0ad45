"""Notes and segments to questions, and questions to recurring questions."""

from notemine.questions.detect import is_question as is_question
from notemine.questions.extract import find_questions as find_questions
from notemine.questions.extract import questions_in as questions_in
from notemine.questions.group import ask_vectors as ask_vectors
from notemine.questions.group import group_questions as group_questions
from notemine.questions.recurring import make_recurring as make_recurring
