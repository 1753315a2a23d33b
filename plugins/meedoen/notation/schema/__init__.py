"""The field tables: Dutch key ↔ attribute ↔ iCalendar ↔ schema.org. A new field is one row here and one test."""

from __future__ import annotations

from meedoen.notation.schema.activity_table import ACTIVITY
from meedoen.notation.schema.field import Field, Kind, Table

__all__ = ["ACTIVITY", "Field", "Kind", "Table"]
