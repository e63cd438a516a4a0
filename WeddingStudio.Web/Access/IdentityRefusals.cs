using Microsoft.AspNetCore.Identity;
using WeddingStudio.Engine.Data;

namespace WeddingStudio.Web.Access;

internal static class IdentityRefusals
{
    /// <summary>Everything that is in the way of this user or their password.</summary>
    public static Message WhyNot(this IdentityResult refused, StudioUser user) =>
        refused.Errors.Select(error => WhyNot(error, user)).Aggregate((before, next) => before.Then(next));

    private static Message WhyNot(IdentityError error, StudioUser user) => error.Code switch
    {
        nameof(IdentityErrorDescriber.PasswordTooShort) => new Message("Access.PasswordTooShort"),
        nameof(IdentityErrorDescriber.InvalidUserName) => new Message("Access.NameMissing"),
        nameof(IdentityErrorDescriber.DuplicateUserName) => new Message("Access.NameTaken", user.UserName!),
        _ => Message.Plain(error.Description),
    };
}
