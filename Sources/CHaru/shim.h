#pragma once
// The public API alone cannot write PDF/A; the object layer below it is installed too.
#include <hpdf.h>
#include <hpdf_catalog.h>
#include <hpdf_image.h>
#include <hpdf_objects.h>
#include <hpdf_pages.h>
#include <hpdf_streams.h>
